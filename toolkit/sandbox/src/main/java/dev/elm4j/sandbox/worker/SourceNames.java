package dev.elm4j.sandbox.worker;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One walk over a source: the line where each name is first used, and what only the source shows, such as a loop that
 * never ends.
 */
final class SourceNames extends TreeScanner<Void, Void> {

    private static final long LARGE_ARRAY = 100_000_000;

    private final SourcePositions positions;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private CompilationUnitTree unit;

    private SourceNames(SourcePositions positions) {
        this.positions = positions;
    }

    /** Walks the trees, which must not have been compiled yet. */
    static SourceNames of(Iterable<? extends CompilationUnitTree> units, Trees trees) {
        SourceNames names = new SourceNames(trees.getSourcePositions());
        for (CompilationUnitTree unit : units) {
            names.unit = unit;
            names.scan(unit, null);
        }
        return names;
    }

    /**
     * The first line that uses a member of a class, or else the class; 0 where neither is found.
     *
     * @param owner simple name of the class
     * @param member name of a method or field, or empty
     */
    int line(String owner, String member) {
        String any = member.isEmpty() || member.equals("<init>") ? owner : "." + member;
        for (String key : new String[] {owner + "." + member, any, owner}) {
            Integer line = lines.get(key);
            if (line != null) {
                return line;
            }
        }
        return 0;
    }

    /** What the source alone shows, as lines of findings. */
    List<String> findings() {
        return findings;
    }

    @Override
    public Void visitImport(ImportTree node, Void nothing) {
        return null; // to import is not to use
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void nothing) {
        note(node.getName().toString(), startLine(node));
        return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
        member(node.getExpression(), node.getIdentifier().toString(), endLine(node));
        return super.visitMemberSelect(node, nothing);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void nothing) {
        member(node.getQualifierExpression(), node.getName().toString(), startLine(node));
        return super.visitMemberReference(node, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree node, Void nothing) {
        note(simple(node.getIdentifier()) + ".<init>", startLine(node));
        return super.visitNewClass(node, nothing);
    }

    @Override
    public Void visitMethod(MethodTree node, Void nothing) {
        note("." + node.getName(), endOfModifiers(node));
        return super.visitMethod(node, nothing);
    }

    @Override
    public Void visitNewArray(NewArrayTree node, Void nothing) {
        for (ExpressionTree dimension : node.getDimensions()) {
            if (large(dimension)) {
                findings.add(
                        startLine(node) + "\tmemory\tan array of so many elements does not fit the memory limit\n");
            }
        }
        return super.visitNewArray(node, nothing);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree node, Void nothing) {
        loop(node, isTrue(node.getCondition()), node.getStatement());
        return super.visitWhileLoop(node, nothing);
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree node, Void nothing) {
        loop(node, isTrue(node.getCondition()), node.getStatement());
        return super.visitDoWhileLoop(node, nothing);
    }

    @Override
    public Void visitForLoop(ForLoopTree node, Void nothing) {
        loop(node, node.getCondition() == null || isTrue(node.getCondition()), node.getStatement());
        return super.visitForLoop(node, nothing);
    }

    private void loop(Tree node, boolean forever, Tree body) {
        if (forever && !WayOut.isIn(body)) {
            findings.add(startLine(node) + "\tloop\tthis loop has no break, return or throw and never ends\n");
        }
    }

    private static boolean isTrue(ExpressionTree condition) {
        return condition instanceof ParenthesizedTree inner
                ? isTrue(inner.getExpression())
                : condition instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
    }

    private static boolean large(ExpressionTree dimension) {
        return dimension instanceof LiteralTree literal
                        && literal.getValue() instanceof Integer size
                        && size >= LARGE_ARRAY
                || dimension instanceof MemberSelectTree select
                        && select.getIdentifier().toString().equals("MAX_VALUE")
                        && simple(select.getExpression()).equals("Integer");
    }

    private void member(Tree owner, String name, int line) {
        note(name, line);
        note("." + name, line);
        note(simple(owner) + "." + name, line);
    }

    /** The last part of a name, and nothing of what is none: printing it for each call in a chain takes its square. */
    private static String simple(Tree type) {
        if (type instanceof ParameterizedTypeTree generic) {
            return simple(generic.getType());
        }
        if (type instanceof AnnotatedTypeTree annotated) {
            return simple(annotated.getUnderlyingType());
        }
        if (type instanceof MemberSelectTree select) {
            return select.getIdentifier().toString();
        }
        return type instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
    }

    private void note(String name, int line) {
        lines.putIfAbsent(name, line);
    }

    private int startLine(Tree node) {
        return line(positions.getStartPosition(unit, node));
    }

    private int endLine(Tree node) {
        return line(positions.getEndPosition(unit, node));
    }

    private int endOfModifiers(MethodTree node) {
        return node.getReturnType() == null ? startLine(node) : startLine(node.getReturnType());
    }

    private int line(long position) {
        return position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
    }
}
