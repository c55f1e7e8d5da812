package dev.elm4j.sandbox.worker;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;

/** Where in a source names are used. */
final class SourceNames {
    static SourceNames of(Iterable<? extends CompilationUnitTree> units, Trees trees) {
        return new SourceNames();
    }
}
