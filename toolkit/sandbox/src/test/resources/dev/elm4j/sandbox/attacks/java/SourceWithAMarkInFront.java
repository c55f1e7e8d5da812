// tries: a source that begins with a mark of the order of its bytes
// honest: VALID, SYNTAX_ERROR

﻿public final class SourceWithAMarkInFront {
    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}
