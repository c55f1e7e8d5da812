// tries: to have no entry point
// honest: LOAD_ERROR
public final class EntryMissing {
    public static String runs() {
        return "never";
    }
}
