package muhafiz.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Asked;
import muhafiz.inspect.frame.Draw;
import muhafiz.inspect.frame.Locate;
import muhafiz.inspect.frame.Question;
import muhafiz.inspect.frame.Redact;
import muhafiz.inspect.page.PageWish;
import muhafiz.inspect.redaction.Marks;

/** Reads documents in child JVMs, each behind the strongest walls this machine has and the settings allow. */
public final class SandboxClient implements DocumentInspector {
    private static final Logger LOG = System.getLogger("muhafiz.inspect");
    private static final Duration PROOF = Duration.ofSeconds(40);

    private final SandboxSettings settings;
    private final Isolation isolation;
    private final Scratch scratch;
    private final Roster roster;

    private SandboxClient(SandboxSettings settings, Isolation isolation, Scratch scratch, Roster roster) {
        this.settings = settings;
        this.isolation = isolation;
        this.scratch = scratch;
        this.roster = roster;
    }

    /**
     * Tries the allowed isolations, strongest first, each with a real worker that must prove its walls, and keeps the
     * first that works. Takes about half a second, or some seconds where isolations have to be given up.
     *
     * @return a client, or {@link NotReadByMachine} where no allowed isolation is to be had
     * @throws IllegalArgumentException when the Java home or the class path is not there
     * @throws IllegalStateException when another archive holds the memory folder
     */
    public static DocumentInspector open(SandboxSettings settings) {
        settings.program().check();
        Scratch scratch = Scratch.open(settings.memoryFolder());
        for (Isolation isolation : settings.strongestFirst()) {
            if (isPossible(isolation, scratch)) {
                Cage cage = Cage.of(isolation, new LentProgram(scratch).behind(isolation, settings));
                Roster roster = new Roster(settings, cage, scratch);
                if (roster.proves(PROOF)) {
                    return opened(new SandboxClient(settings, isolation, scratch, roster));
                }
                roster.close();
                LOG.log(
                        Level.WARNING,
                        "sandbox isolation {0} does not work here: {1}",
                        isolation,
                        LastWords.of(cage, scratch));
            }
        }
        scratch.close();
        LOG.log(Level.WARNING, "no document will be read by machine: none of {0} works here", settings.allowed());
        return new NotReadByMachine();
    }

    private static boolean isPossible(Isolation isolation, Scratch scratch) {
        String missing = Cage.missing(isolation);
        if (isolation == Isolation.PROCESS && !scratch.isMemory()) {
            missing = "the memory folder is not on a memory file system";
        }
        if (!missing.isEmpty()) {
            LOG.log(Level.WARNING, "sandbox isolation {0} is not to be had: {1}", isolation, missing);
        }
        return missing.isEmpty();
    }

    private static SandboxClient opened(SandboxClient client) {
        if (client.isolation.isWalled()) {
            LOG.log(Level.INFO, "documents are read by machine behind {0}", client.isolation);
        } else {
            LOG.log(
                    Level.WARNING,
                    "documents are read by machine WITHOUT WALLS: a hostile file that takes over its parser reaches"
                            + " the network and what the machine lets everybody read");
        }
        return client;
    }

    @Override
    public Inspection inspect(UUID application, String mediaType, long length, InputStream plaintext)
            throws IOException {
        if (length > settings.limits().document()) {
            return new Inspection.NotReadByMachine("too-large");
        }
        if (length == 0) {
            return new Inspection.Unreadable("empty");
        }
        try {
            return asked(application, new Question(plain(mediaType), length), plaintext, SandboxClient::inspection);
        } catch (Ended e) {
            return new Inspection.Died(e.reason());
        }
    }

    private static Inspection inspection(Answer answer) {
        if (answer instanceof Answer.Found found) {
            return new Inspection.Read(new UnverifiedFindings(found.metadata(), found.raw(), found.readers()));
        }
        if (answer instanceof Answer.Refused refused) {
            return new Inspection.Unreadable(refused.code());
        }
        throw new IllegalArgumentException("not an answer to this question");
    }

    @Override
    public Redaction redact(UUID application, Marks marks, long length, InputStream plaintext) throws IOException {
        return this.<Redaction>made(application, new Redact(marks, length), plaintext, answer -> {
                    Answer.Redacted made = expected(Answer.Redacted.class, answer);
                    return new Redaction.Made(made.pdf(), made.pages(), made.words());
                })
                .or(Redaction.None::new);
    }

    @Override
    public Drawing draw(UUID application, PageWish wish, long length, InputStream plaintext) throws IOException {
        return made(application, new Draw(wish, length), plaintext, answer -> drawing(wish, answer))
                .or(Drawing.None::new);
    }

    private static Drawing drawing(PageWish wish, Answer answer) {
        Answer.Drawn drawn = expected(Answer.Drawn.class, answer);
        if (Math.max(drawn.width(), drawn.height()) > wish.edge()) {
            throw new IllegalArgumentException("larger than asked for");
        }
        return new Drawing.Made(drawn.pages(), drawn.width(), drawn.height(), drawn.rgb());
    }

    @Override
    public PageWords words(UUID application, int page, long length, InputStream plaintext) throws IOException {
        return this.<PageWords>made(application, new Locate(page, length), plaintext, answer -> {
                    Answer.Located located = expected(Answer.Located.class, answer);
                    return new PageWords.Found(located.pages(), located.words());
                })
                .or(PageWords.None::new);
    }

    /** What was made of a document, or the code that says why nothing was. */
    private record Outcome<T>(Optional<T> made, String code) {
        private T or(Function<String, T> none) {
            return made.orElseGet(() -> none.apply(code));
        }
    }

    private <T> Outcome<T> made(UUID application, Asked asked, InputStream plaintext, Function<Answer, T> meaning)
            throws IOException {
        if (asked.length() > settings.limits().document()) {
            return new Outcome<>(Optional.empty(), "too-large");
        }
        if (asked.length() == 0) {
            return new Outcome<>(Optional.empty(), "empty");
        }
        try {
            return asked(
                    application,
                    asked,
                    plaintext,
                    answer -> answer instanceof Answer.Refused refused
                            ? new Outcome<>(Optional.empty(), Codes.checkRefusedToMake(refused.code()))
                            : new Outcome<>(Optional.of(meaning.apply(answer)), ""));
        } catch (Ended e) {
            return new Outcome<>(Optional.empty(), e.reason());
        }
    }

    private static <A extends Answer> A expected(Class<A> kind, Answer answer) {
        if (!kind.isInstance(answer)) {
            throw new IllegalArgumentException("not an answer to this question");
        }
        return kind.cast(answer);
    }

    /** What a well-formed answer says, if what it says is one of the things that may be said. @throws Ended where the worker died over it */
    private <T> T asked(UUID application, Asked asked, InputStream plaintext, Function<Answer, T> meaning)
            throws IOException, Ended {
        Child child = roster.hire(application);
        Allowance allowance = new Allowance(settings.limits().wallClock());
        try {
            roster.watch(child, allowance);
            return meaning.apply(child.ask(asked, plaintext, allowance));
        } catch (Ended e) {
            if (e.reason().equals(Ended.CLOSED)) {
                throw new SandboxBusyException(
                        "the sandbox was closed meanwhile", settings.crew().patience());
            }
            throw e;
        } catch (IllegalArgumentException e) {
            child.kill("bad-answer");
            throw new Ended("bad-answer");
        } finally {
            allowance.finish();
            roster.giveBack(child, application);
        }
    }

    /** Without parameters, in lower case; what is no media type at all is told as bytes. */
    private static String plain(String mediaType) {
        String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Question.isMediaType(type) ? type : "application/octet-stream";
    }

    @Override
    public Isolation isolation() {
        return isolation;
    }

    @Override
    public void close() {
        roster.close();
        scratch.close();
    }
}
