package muhafiz.itest.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.StandSettings;

/** A policy file made from the shipped one, word by word. */
public record PolicyText(String yaml) {

    public static PolicyText shipped() {
        try {
            StandSettings settings = StandSettings.forTests(RunningArchive.homeOf("shared"));
            return new PolicyText(Files.readString(settings.config().resolve("policy.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException unless the text stands in the file exactly once */
    public PolicyText with(String before, String after) {
        if (yaml.split(Pattern.quote(before), -1).length != 2) {
            throw new IllegalArgumentException("the policy does not say this once: " + before);
        }
        return new PolicyText(yaml.replace(before, after));
    }

    /** Without what stands from one text on up to another. */
    public PolicyText without(String from, String upTo) {
        return new PolicyText(
                yaml.substring(0, yaml.indexOf(from)) + yaml.substring(yaml.indexOf(upTo, yaml.indexOf(from))));
    }

    /** Of that number, superseding that version. */
    public PolicyText numbered(int version, int supersedes) {
        return with("  version: 1\n", "  version: " + version + "\n")
                .with("  supersedes: null\n", "  supersedes: " + supersedes + "\n");
    }

    /** With nothing left open: contacts confirmed, every act and article named. */
    public PolicyText settled() {
        String closed = yaml.replace("article: null", "article: \"1\"")
                .replace("act: null", "act: MC")
                .replace("confirmed: false", "confirmed: true")
                .replace("    address: null ", "    address: {value: Baku, src: \"seed003:231\", confirmed: true} ");
        return new PolicyText(closed);
    }

    /** Keeps work permits for seven years instead of five. */
    public PolicyText keepingWorkPermitsLonger() {
        return with("{trigger: permit_expired, period: P5Y,", "{trigger: permit_expired, period: P7Y,");
    }

    /** Lets training registrations serve the statistics, on the basis they have. */
    public PolicyText usingTrainingForStatistics() {
        return with(
                "  - {role: training_officer, classes: [RC-TRAIN], purposes: [P-SERVICE],",
                "  - {role: training_officer, classes: [RC-TRAIN], purposes: [P-SERVICE, P-STATS],");
    }

    /** The line, from 1, on which this stands for the first time. */
    public int lineOf(String text) {
        return 1
                + (int) yaml.substring(0, yaml.indexOf(text))
                        .chars()
                        .filter(one -> one == '\n')
                        .count();
    }

    /** Of the file's bytes, in lower-case hex. */
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
