package dev.elm4j.local;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The caches of beginnings that requests declared to share. A beginning is always computed alone and whole, so that what
 * is kept is the same as what would be computed again: forgetting changes the time, never a result. At most
 * {@value #MOST} are kept and {@value #MOST_TOKENS} tokens in all, the least recently used go first. Used on one thread
 * only.
 */
final class KeptPrefixes implements AutoCloseable {

    static final int MOST = 8;
    static final int MOST_TOKENS = 4096;
    private static final int PIECE = 256;

    private final Decoder decoder;
    private final Map<List<Long>, KeyValueCache> caches = new LinkedHashMap<>(16, 0.75f, true);

    KeptPrefixes(Decoder decoder) {
        this.decoder = decoder;
    }

    /** The cache of these tokens, at least one; it stays open at least until the next call. */
    KeyValueCache of(long[] tokens, Cancellation cancellation) {
        List<Long> key = Arrays.stream(tokens).boxed().toList();
        KeyValueCache kept = caches.get(key);
        if (kept != null) {
            return kept;
        }
        KeyValueCache cache = compute(tokens, cancellation);
        caches.put(key, cache);
        forgetOldest();
        return cache;
    }

    int size() {
        return caches.size();
    }

    @Override
    public void close() {
        caches.values().forEach(KeyValueCache::close);
        caches.clear();
    }

    private KeyValueCache compute(long[] tokens, Cancellation cancellation) {
        KeyValueCache cache = decoder.cache(1, tokens.length);
        try {
            for (int from = 0; from < tokens.length; from += PIECE) {
                cancellation.check();
                decoder.feed(TokenBlock.of(tokens, from, Math.min(tokens.length, from + PIECE)), cache);
            }
            return cache;
        } catch (RuntimeException failure) {
            cache.close();
            throw failure;
        }
    }

    private void forgetOldest() {
        Iterator<KeyValueCache> oldest = caches.values().iterator();
        int tokens = caches.values().stream().mapToInt(KeyValueCache::length).sum();
        while (caches.size() > 1 && (caches.size() > MOST || tokens > MOST_TOKENS)) {
            KeyValueCache cache = oldest.next();
            tokens -= cache.length();
            cache.close();
            oldest.remove();
        }
    }
}
