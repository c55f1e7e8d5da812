// tries: classes and interfaces above each other in a circle, and a record that holds itself
// honest: SYNTAX_ERROR, COMPILE_LIMIT

class One extends Two {}

class Two extends One {}

interface Three extends Three {}

record Four(Four four) {}

public final class CircleOfClasses extends One {
    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}
