package muhafiz.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Question;

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
        Question question = new Question(plain(mediaType), length);
        Child child = roster.hire(application);
        try {
            return inspection(child, question, plaintext);
        } finally {
            roster.giveBack(child, application);
        }
    }

    private Inspection inspection(Child child, Question question, InputStream plaintext) throws IOException {
        Allowance allowance = new Allowance(settings.limits().wallClock());
        roster.watch(child, allowance);
        try {
            return meaning(child, child.ask(question, plaintext, allowance));
        } catch (Ended e) {
            if (e.reason().equals(Ended.CLOSED)) {
                throw new SandboxBusyException(
                        "the sandbox was closed meanwhile", settings.crew().patience());
            }
            return new Inspection.Died(e.reason());
        } finally {
            allowance.finish();
        }
    }

    /** What a well-formed answer says, if what it says is one of the things that may be said. */
    private static Inspection meaning(Child child, Answer answer) {
        try {
            if (answer instanceof Answer.Found found) {
                return new Inspection.Read(new UnverifiedFindings(found.metadata(), found.raw(), found.readers()));
            }
            return new Inspection.Unreadable(((Answer.Refused) answer).code());
        } catch (IllegalArgumentException e) {
            child.kill("bad-answer");
            return new Inspection.Died("bad-answer");
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
