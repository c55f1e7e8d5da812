// tries: a source that is nothing but a module
// honest: SYNTAX_ERROR, LOAD_ERROR

module m {}
