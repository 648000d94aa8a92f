package muhafiz.domain.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The policy as a file: reads it whole or refuses it with everything that is wrong. */
public final class PolicyFile {

    private PolicyFile() {}

    /**
     * @param file the file's bytes, UTF-8
     * @throws PolicyRefused with every problem found, by line
     */
    public static Policy read(byte[] file) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new PolicyRefused(List.of(new Problem(1, "file", "the file is not UTF-8")));
        }
    }

    /**
     * @param yaml the file's text
     * @throws PolicyRefused with every problem found, by line
     */
    public static Policy read(String yaml) {
        var problems = new ArrayList<Problem>();
        var file = YamlTree.read(yaml, problems).orElseThrow(() -> new PolicyRefused(problems));
        var reading = new Reading(file);
        var reader = new FieldReader(reading, file);
        var meta = MetaReader.read(reader.inner("meta"));
        var house = House.read(reader);
        var law = Law.read(reader);
        var calendar = CalendarReader.read(reader);
        var offer = Offer.read(reader);
        var keeping = Keeping.read(reader);
        var powers = Powers.read(reader);
        var dealings = Dealings.read(reader);
        var telling = Telling.read(reader);
        Endings.check(reader);
        WholeFile.check(file, reading);
        Agreement.check(reader);
        var policy = reader.made(() -> new Policy(
                new Policy.Sections(
                        meta.orElseThrow(),
                        house,
                        law,
                        calendar.orElseThrow(),
                        offer,
                        keeping,
                        powers,
                        dealings,
                        telling),
                file,
                sha256(yaml)));
        problems.addAll(reading.problems());
        return policy.filter(read -> problems.isEmpty()).orElseThrow(() -> new PolicyRefused(problems));
    }

    /** What a version is named by: SHA-256 of the file's bytes, in lower-case hex. */
    public static String sha256(String yaml) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
