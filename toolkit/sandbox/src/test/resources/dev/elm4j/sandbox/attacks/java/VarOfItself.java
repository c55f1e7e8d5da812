// tries: a mistake that the compiler of this version dies of
// honest: SYNTAX_ERROR
// chosen: true

public final class VarOfItself {
    public static int run(java.util.Map<String, Object> bait) {
        int sum = 0;
        for (var i = i; i < 10; i++) {
            sum += i;
        }
        return sum;
    }
}
