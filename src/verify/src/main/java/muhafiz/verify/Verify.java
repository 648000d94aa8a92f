package muhafiz.verify;

import java.time.InstantSource;
import java.util.List;
import muhafiz.verify.check.Checker;
import muhafiz.verify.witness.WitnessProgram;

/** The program; {@code package-info} says how it is called and what its exit codes mean. */
public final class Verify {
    private Verify() {}

    public static void main(String... line) {
        InstantSource clock = InstantSource.system();
        if (line.length > 0 && line[0].equals("witness")) {
            System.exit(WitnessProgram.run(List.of(line).subList(1, line.length), System.out, clock));
        }
        System.exit(new Checker(System.out, clock).run(line));
    }
}
