package dev.elm4j.local;

import dev.elm4j.model.Completion;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hands an answer to its reader while it is written. The reader is called on a thread of its own, so that it can take its
 * time and call the model again; a reader that throws ends the answer. For one answer only.
 */
final class StreamedChat {

    private final LocalChat chat;
    private final StreamingChatResponseHandler handler;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    StreamedChat(LocalChat chat, StreamingChatResponseHandler handler) {
        this.chat = chat;
        this.handler = handler;
    }

    /** Takes what is settled of the text, over and over, each time from its beginning. */
    static final class Listener implements Consumer<String> {

        private final StreamedChat owner;
        private int handed;

        private Listener(StreamedChat owner) {
            this.owner = owner;
        }

        /** The answer is stripped in the end, so blank space waits until something follows it. */
        @Override
        public void accept(String settled) {
            String text = settled.strip();
            if (text.length() > handed) {
                String piece = text.substring(handed);
                handed = text.length();
                owner.events.add(() -> owner.handler.onPartialResponse(piece));
            }
        }

        boolean cancelled() {
            return owner.ended;
        }
    }

    /** Starts writing and reading; returns at once. */
    void start(String model, Function<Listener, Completion> writing) {
        daemon("elm4j-stream-" + model, () -> write(writing)).start();
        daemon("elm4j-reader-" + model, this::read).start();
    }

    private void write(Function<Listener, Completion> writing) {
        Listener listener = new Listener(this);
        try {
            Completion completion = writing.apply(listener);
            listener.accept(completion.text());
            events.add(() -> {
                ended = true;
                handler.onCompleteResponse(chat.response(completion));
            });
        } catch (RuntimeException failure) {
            events.add(() -> {
                boolean own = ended; // the reader itself broke off, and has been told
                ended = true;
                if (!own) {
                    handler.onError(failure);
                }
            });
        }
    }

    private void read() {
        try {
            while (!ended) {
                events.take().run();
            }
        } catch (InterruptedException nobody) {
            ended = true;
        } catch (RuntimeException thrown) {
            boolean first = !ended;
            ended = true;
            if (first) {
                handler.onError(thrown);
            }
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(StreamedChat.class.getClassLoader());
        return thread;
    }
}
