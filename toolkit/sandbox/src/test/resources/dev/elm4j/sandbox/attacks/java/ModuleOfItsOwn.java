// tries: to be a module that opens the library to itself
// honest: SYNTAX_ERROR, LOAD_ERROR

open module evil {
    requires java.base;
    uses java.nio.file.spi.FileSystemProvider;
}
