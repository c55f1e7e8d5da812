// tries: a package that only the library may have
// honest: LOAD_ERROR, EXCEPTION, SYNTAX_ERROR

package java.evil;

public final class PackageOfTheLibrary {
    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}
