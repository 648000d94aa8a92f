package muhafiz.verify.check;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** Runs the commands of {@code muhafiz-verify}; the package {@code muhafiz.verify} says what they and their exit codes mean. */
public final class Checker {
    static final int HOLDS = 0;
    static final int BROKEN = 1;
    static final int NOT_CHECKED = 2;
    static final int AWAY = 3;

    private final PrintStream out;
    private final InstantSource clock;

    public Checker(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** One command. @return its exit code */
    public int run(String... line) {
        String command = List.of(line).stream()
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .orElse("");
        var voice = new Voice(out, List.of(line).contains("--json"), command);
        try {
            var arguments = new Arguments(line);
            arguments.next(
                    "a command (receipt, consistency, log, listing, certificate, act, package, evidence, download)");
            return voice.say(check(command, arguments));
        } catch (UnreadableException | MissingPartException | IllegalArgumentException e) {
            return voice.error(String.valueOf(e.getMessage()), NOT_CHECKED);
        } catch (AwayException e) {
            return voice.error(String.valueOf(e.getMessage()), AWAY);
        } catch (Throwable e) { // what ran out of memory or depth has shown nothing, least of all that the evidence is
            // broken
            return voice.error("it could not be checked: " + e, NOT_CHECKED);
        }
    }

    private Outcome check(String command, Arguments arguments) {
        try {
            return dispatch(command, arguments);
        } catch (BadPositionException e) {
            return e.outcome();
        } catch (BrokenEvidenceException e) {
            return new Outcome.Broken(command, String.valueOf(e.getMessage()));
        }
    }

    private Outcome dispatch(String command, Arguments arguments) {
        return switch (command) {
            case "receipt" -> PaperChecks.receipt(arguments);
            case "consistency" -> ConsistencyCheck.run(arguments);
            case "log" -> LogCheck.run(arguments);
            case "listing" -> PaperChecks.listing(arguments);
            case "act" -> PaperChecks.act(arguments);
            case "certificate" -> PaperChecks.certificate(arguments);
            case "package" -> PackageCheck.run(arguments);
            case "evidence" -> EvidenceCommand.run(arguments, clock);
            case "download" -> Download.run(arguments);
            default -> throw new UnreadableException("unknown command " + command);
        };
    }
}
