package muhafiz.service.casefile;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.seal.Sealer;
import muhafiz.domain.search.NamedPerson;
import org.postgresql.PGConnection;

/**
 * Cases of an office with one applicant each, whose fields are sealed and whose signs are in the index. Names are drawn so that the n-th is
 * met 1/n as often as the first; seven units with twenty officers each. A thousand leaves serve all, since making a leaf for each would
 * take an hour and opening one costs the same.
 */
final class LargeOffice {
    private static final int CHUNK = 5000;
    private static final int UNITS = 7;
    private static final int OFFICERS = 20;

    private static final List<String> STEMS = List.of(
            ("Məmməd Əli Həsən Hüseyn Qulu Hacı Rəsul Süleyman Musa Abbas Baba Vəli Oruc İsmayıl İbrahim Cəfər Əhməd Kərim Rəhim"
                            + " Mustafa Bayram Nəbi Qasım Xəlil Səfər Novruz Şükür Çoban Ağa Yusif Zeynal Talıb Rza Sadıq Əsgər Əziz"
                            + " Murad Paşa Tağı Şirin Cabbar Namaz Bağır")
                    .split(" ", -1));

    private static final List<String> ENDINGS = List.of("ov", "lı", "zadə", "oğlu", "bəyli", "yev");

    private final Connection owner;
    private final UUID archive;
    private final List<UUID> leafIds;
    private final List<LeafKey> leaves;
    private final UUID generation;
    private final LeafKey generationKey;
    private long made;

    LargeOffice(Connection owner, UUID archive, Keys keys) {
        this.owner = owner;
        this.archive = archive;
        this.leafIds = keys.leafIds();
        this.leaves = keys.leaves();
        this.generation = keys.generation();
        this.generationKey = keys.generationKey();
    }

    record Keys(List<UUID> leafIds, List<LeafKey> leaves, UUID generation, LeafKey generationKey) {}

    /** The names of the n-th case's applicant; always the same. */
    static NamedPerson person(long number) {
        SplittableRandom own = new SplittableRandom(number * 31 + 7);
        String surname = zipf(own, STEMS) + ENDINGS.get(own.nextInt(ENDINGS.size()));
        String born = "%04d-%02d-%02d".formatted(1940 + own.nextInt(70), 1 + own.nextInt(12), 1 + own.nextInt(28));
        return new NamedPerson(
                surname, zipf(own, STEMS) + (own.nextBoolean() ? "" : "a"), Optional.of(born), Optional.of("AZE"));
    }

    private static String zipf(SplittableRandom random, List<String> words) {
        double place = Math.pow(words.size() + 1, random.nextDouble()) - 1;
        return words.get((int) Math.min(words.size() - 1, place));
    }

    static UUID caseId(long number) {
        return new UUID((number + 1) * 0x9E3779B97F4A7C15L, number);
    }

    static UUID personId(long number) {
        return new UUID((number + 1) * 0x9E3779B97F4A7C15L, ~number);
    }

    static String unit(long number) {
        return "RD-" + (1 + number % UNITS);
    }

    static String officer(long number) {
        return "officer-" + number % UNITS + "-" + (number / UNITS) % OFFICERS;
    }

    static String documentNumber(long number) {
        return "C%08d".formatted(number);
    }

    /** So many cases in all. */
    void growTo(long cases) throws SQLException, IOException {
        while (made < cases) {
            chunk((int) Math.min(CHUNK, cases - made));
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "vacuum (analyze) archive.case_file, archive.case_party, archive.blind_index, archive.data_subject");
        }
    }

    private void chunk(int size) throws SQLException, IOException {
        StringBuilder files = new StringBuilder();
        StringBuilder subjects = new StringBuilder();
        StringBuilder parties = new StringBuilder();
        StringBuilder tokens = new StringBuilder();
        for (int i = 0; i < size; i++) {
            long number = made++;
            UUID id = caseId(number);
            UUID person = personId(number);
            line(
                    files,
                    id,
                    person,
                    "RC-WP",
                    unit(number),
                    officer(number),
                    "portal",
                    "portal",
                    "P-SERVICE",
                    "LB-LAW",
                    1,
                    "open",
                    "2026-01-01 00:00:00+00".replace("2026", Long.toString(2016 + number % 10)),
                    "-",
                    "\\\\x00",
                    0,
                    "RC-WP",
                    "computation");
            line(subjects, person, person, "\\\\x00", "2026-01-01");
            Map<String, String> fields = fields(number);
            int leaf = (int) (number % leaves.size());
            line(parties, person, id, person, leafIds.get(leaf), "applicant", hex(sealed(leaf, person, fields)));
            Set<String> distinct = new HashSet<>();
            Sign.ofParty(fields).forEach(sign -> distinct.add(hex(sign.token(generationKey))));
            distinct.forEach(token -> line(tokens, generation, token, id));
        }
        copy(
                "case_file (id, leaf_id, record_class, unit, officer, channel, source, purpose, basis, policy_version, state, received_at,"
                        + " access_code, sealed, revision, retention_rule, retention_waits)",
                files);
        copy("data_subject (id, leaf_id, sealed, created_on)", subjects);
        copy("case_party (id, case_id, subject_id, leaf_id, role, sealed)", parties);
        copy("blind_index (generation, token, case_id)", tokens);
    }

    private static void line(StringBuilder text, Object... values) {
        List<String> words = new ArrayList<>();
        for (Object value : values) {
            words.add(value.toString());
        }
        text.append(String.join("\t", words)).append('\n');
    }

    private static String hex(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    private void copy(String what, StringBuilder rows) throws SQLException, IOException {
        owner.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy archive." + what + " from stdin",
                        new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] sealed(int leaf, UUID party, Map<String, String> fields) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        fields.forEach(json::add);
        SealContext context = new SealContext(archive, party, leafIds.get(leaf), CaseFields.PARTY);
        return Sealer.seal(leaves.get(leaf), context, json.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> fields(long number) {
        NamedPerson person = person(number);
        return Map.of(
                "surname", person.surname(),
                "givenNames", person.givenNames(),
                "birthDate", person.born().orElseThrow(),
                "nationality", "AZE",
                "documentNumber", documentNumber(number),
                "email", number + "@example.org");
    }
}
