package muhafiz.verify;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.verify.witness.WitnessProgram;

/** The program; {@code package-info} says how it is called and what its exit codes mean. */
public final class Verify {
    static final int HOLDS = 0;
    static final int BROKEN = 1;
    static final int NOT_CHECKED = 2;
    static final int AWAY = 3;

    private final PrintStream out;
    private final InstantSource clock;

    Verify(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    public static void main(String... line) {
        InstantSource clock = InstantSource.system();
        if (line.length > 0 && line[0].equals("witness")) {
            System.exit(WitnessProgram.run(List.of(line).subList(1, line.length), System.out, clock));
        }
        System.exit(new Verify(System.out, clock).run(line));
    }

    /** One command. @return its exit code */
    int run(String... line) {
        String command = List.of(line).stream()
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .orElse("");
        var voice = new Voice(out, List.of(line).contains("--json"), command);
        try {
            var arguments = new Arguments(line);
            arguments.next("a command (receipt, consistency, log, listing, certificate, package, evidence, download)");
            return voice.say(check(command, arguments));
        } catch (UnreadableException | MissingPartException | IllegalArgumentException e) {
            return voice.error(String.valueOf(e.getMessage()), NOT_CHECKED);
        } catch (AwayException e) {
            return voice.error(String.valueOf(e.getMessage()), AWAY);
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
            case "certificate" -> PaperChecks.certificate(arguments);
            case "package" -> PackageCheck.run(arguments);
            case "evidence" -> EvidenceCommand.run(arguments, clock);
            case "download" -> Download.run(arguments);
            default -> throw new UnreadableException("unknown command " + command);
        };
    }
}
