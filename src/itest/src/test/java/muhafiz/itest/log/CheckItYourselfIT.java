package muhafiz.itest.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.stand.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of README.md, "Check it yourself", as they stand there. */
@ExtendWith(SharedArchive.class)
class CheckItYourselfIT {
    private static final String HEADING = "## Check it yourself\n";

    @TempDir
    private Path temp;

    @Test
    void theCommandsOfTheReadmeHold(RunningArchive archive) throws Exception {
        Sample passport = Sample.pdf("check-it-yourself");
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Quliyeva"));
        String id = archive.portal().uploaded(lodged, "passport", passport);
        Files.write(temp.resolve("passport.pdf"), passport.bytes());
        Files.createSymbolicLink(temp.resolve("src"), Checkout.find().root().resolve("src"));

        String said = shell(preface(archive, id) + block(0));

        assertThat(said.lines().filter("holds"::equals)).hasSize(6);
        assertThat(said).doesNotContain("BROKEN", "not checked").contains("kind: passport");
    }

    @Test
    void theWitnessOfTheReadmeServes(RunningArchive archive) throws Exception {
        Files.createSymbolicLink(temp.resolve("src"), Checkout.find().root().resolve("src"));
        String head = block(0).lines().limit(2).collect(Collectors.joining("\n", "", "\n"));
        String commands = block(1).replace("serve witness --port 8401", "serve witness --port 0 | head -n 1");

        String said = shell(preface(archive, "none") + head + "trap 'kill $(jobs -p)' EXIT\n" + inBackground(commands));

        assertThat(said).contains("The witness is ready: http://127.0.0.1:").contains("witness.example/w1+");
    }

    /** The last command serves until it is ended: it is, when it has said that it is ready. */
    private static String inBackground(String commands) {
        List<String> lines = commands.lines().toList();
        String serve = lines.get(lines.size() - 1).split("\\|")[0].strip();
        return String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + serve + " > said & \n"
                + "until grep -q ready said; do :; done; cat said\n";
    }

    private static String preface(RunningArchive archive, String id) {
        return "set -eu; PDF=passport.pdf; API=" + archive.api().resolve("/api/v1") + "; ID=" + id + "\n"
                + "pw() { sed -n \"s/^$1=//p\" " + archive.home().resolve("credentials.properties") + "; }\n"
                + "PORT=" + archive.api().getPort() + "\n";
    }

    /** The indented lines of the section, block by block, for the port the archive has here. */
    private static String block(int number) throws IOException {
        String readme = Files.readString(Checkout.find().root().resolve("README.md"));
        String section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
        String[] blocks = section.substring(0, section.indexOf("\n## ")).split("\n\n");
        return List.of(blocks).stream()
                .filter(block -> block.startsWith("    "))
                .map(block -> block.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n")))
                .toList()
                .get(number)
                .replace("127.0.0.1:8080", "127.0.0.1:$PORT");
    }

    private String shell(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", script)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}
