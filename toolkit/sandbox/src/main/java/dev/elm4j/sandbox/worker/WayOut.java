package dev.elm4j.sandbox.worker;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;

/** Whether a body has a statement that may leave the loop around it; which loop a break leaves is not looked at. */
final class WayOut extends TreeScanner<Boolean, Void> {

    private WayOut() {}

    static boolean isIn(Tree body) {
        return Boolean.TRUE.equals(new WayOut().scan(body, null));
    }

    @Override
    public Boolean visitBreak(BreakTree node, Void nothing) {
        return true;
    }

    @Override
    public Boolean visitReturn(ReturnTree node, Void nothing) {
        return true;
    }

    @Override
    public Boolean visitThrow(ThrowTree node, Void nothing) {
        return true;
    }

    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree node, Void nothing) {
        return false; // its returns are its own
    }

    @Override
    public Boolean visitClass(ClassTree node, Void nothing) {
        return false;
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
}
