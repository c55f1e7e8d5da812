// tries: to take the place of java.lang.Integer
// honest: SYNTAX_ERROR, LOAD_ERROR, REJECTED, EXCEPTION
package java.lang;

public final class ShadowJavaLang {
    public static String run(java.util.Map<String, Object> bait) {
        return "inside java.lang";
    }
}
