package muhafiz.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Asked;
import muhafiz.inspect.frame.Frame;
import muhafiz.inspect.frame.FrameException;
import muhafiz.inspect.frame.FrameReader;
import muhafiz.inspect.frame.FrameWriter;
import muhafiz.inspect.frame.Kind;
import muhafiz.inspect.frame.Walls;

/**
 * The conversation with one worker. One thread at a time may {@link #ask}; any thread may {@link #kill}. A thread of
 * its own listens, so that a worker that ends, or talks out of turn, is noticed at once.
 */
final class Child {
    private static final EnumSet<Kind> ANSWERS =
            EnumSet.of(Kind.FOUND, Kind.REFUSED, Kind.REDACTED, Kind.DRAWN, Kind.LOCATED);
    private static final long GRACE_SECONDS = 15;

    private final ChildProcess process;
    private final Cage cage;
    private final Watcher watcher;
    private final FrameWriter mouth;
    private final FrameReader ear;
    private final AtomicReference<Optional<CompletableFuture<Frame>>> awaited = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    private Child(ChildProcess process, Cage cage, int longestAnswer, Watcher watcher) {
        this.process = process;
        this.cage = cage;
        this.watcher = watcher;
        this.mouth = new FrameWriter(process.input());
        this.ear = new FrameReader(process.output(), ANSWERS, longestAnswer);
    }

    /** Told, from the child's own thread, when it is warm and when it is gone. Each is called at most once. */
    interface Watcher {
        void ready(Child child);

        void gone(Child child, boolean wasReady);
    }

    /** Makes a child of a process that has just been started, and listens to it from now on. */
    static Child of(ChildProcess process, Cage cage, int longestAnswer, Watcher watcher) {
        Child child = new Child(process, cage, longestAnswer, watcher);
        Thread listener = new Thread(child::listen, "muhafiz-sandbox-ear");
        listener.setDaemon(true);
        listener.start();
        return child;
    }

    boolean isUsable() {
        return process.isAlive() && !ended.isDone();
    }

    /** Ends the worker; {@code reason} is what {@link #ask} will say. */
    void kill(String reason) {
        process.kill(reason);
    }

    /**
     * Hands over one document and waits for what the worker says about it.
     *
     * @throws IOException when {@code plaintext} fails or is not as long as the question says; the worker is ended
     * @throws Ended when the worker ended first, or broke the language
     */
    Answer ask(Asked asked, InputStream plaintext, Allowance allowance) throws IOException, Ended {
        allowance.run();
        say(asked.frame());
        feed(plaintext, asked.length(), allowance);
        CompletableFuture<Frame> answer = expect();
        say(new Frame(Kind.END, new byte[0]));
        return understood(await(answer, allowance));
    }

    private void feed(InputStream plaintext, long length, Allowance allowance) throws IOException, Ended {
        Pieces pieces = new Pieces(plaintext, length, allowance);
        try {
            for (byte[] piece = pieces.next(); piece.length > 0; piece = pieces.next()) {
                say(new Frame(Kind.BYTES, piece));
            }
        } catch (IOException e) {
            kill(Ended.CLOSED);
            throw e;
        }
    }

    private void say(Frame frame) throws Ended {
        try {
            mouth.write(frame);
        } catch (IOException e) {
            throw new Ended(whyEnded());
        }
    }

    private CompletableFuture<Frame> expect() {
        CompletableFuture<Frame> answer = new CompletableFuture<>();
        awaited.set(Optional.of(answer));
        CompletableFuture<Frame> death = ended.thenCompose(reason -> CompletableFuture.failedFuture(new Ended(reason)));
        return answer.applyToEither(death, frame -> frame);
    }

    private Frame await(CompletableFuture<Frame> answer, Allowance allowance) throws Ended {
        try {
            return answer.get(allowance.left().toSeconds() + GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Ended(whyEnded());
        } catch (TimeoutException e) {
            kill("timeout");
            throw new Ended("timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill(Ended.CLOSED);
            throw new Ended(Ended.CLOSED);
        }
    }

    private Answer understood(Frame frame) throws Ended {
        try {
            return Answer.decode(frame);
        } catch (FrameException e) {
            kill("bad-answer");
            throw new Ended("bad-answer");
        }
    }

    private String whyEnded() {
        try {
            return ended.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            kill("crashed");
            return "crashed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill(Ended.CLOSED);
            return Ended.CLOSED;
        }
    }

    private void listen() {
        boolean isReady = false;
        try {
            isReady = isShutIn();
            if (isReady) {
                watcher.ready(this);
                hear();
            }
        } catch (FrameException e) {
            kill(e.isTooLong() ? "output-limit" : "bad-answer");
        } catch (IOException e) {
            kill("crashed");
        } finally {
            String reason = process.end();
            ended.complete(reason);
            watcher.gone(this, isReady);
        }
    }

    /** Whether the worker's first words prove the walls it was promised. */
    private boolean isShutIn() throws IOException {
        FrameReader first = new FrameReader(process.output(), EnumSet.of(Kind.READY), Kind.READY.longest());
        Optional<Frame> frame = first.read();
        if (frame.isEmpty()) {
            return false;
        }
        boolean holds = cage.holds(Walls.decode(frame.get().payload()));
        if (!holds) {
            kill("crashed");
        }
        return holds;
    }

    private void hear() throws IOException {
        for (Optional<Frame> frame = ear.read(); frame.isPresent(); frame = ear.read()) {
            Optional<CompletableFuture<Frame>> answer = awaited.getAndSet(Optional.empty());
            if (answer.isEmpty()) {
                kill("bad-answer");
                return;
            }
            answer.get().complete(frame.get());
        }
    }
}
