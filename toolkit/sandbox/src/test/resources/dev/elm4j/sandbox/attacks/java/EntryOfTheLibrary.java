// tries: an entry point that is inherited from the library
// honest: LOAD_ERROR, SYNTAX_ERROR

public final class EntryOfTheLibrary extends Thread {
    @Override
    public void run() {}
}
