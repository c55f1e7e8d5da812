// tries: annotations within annotations
// honest: SYNTAX_ERROR, COMPILE_LIMIT, VALID
// expand: OPEN 5000 @Note(
// expand: SHUT 5000 )

@interface Note {
    Class<?> value() default Object.class;
}

OPEN Object.class SHUT
public final class BombOfNotes {
    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}
