package muhafiz.service.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.seal.Sealer;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.document.Document.Filing;
import muhafiz.domain.policy.Channel;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.domain.policy.Origin;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.domain.policy.Purpose;
import muhafiz.domain.policy.RecordClass;
import muhafiz.store.Label;
import org.junit.jupiter.api.Test;

class SelfDescriptionJsonTest {
    private static final Path SHIPPED = Path.of("../../config/policy.yaml");
    private static final byte[] HASH = new byte[32];

    @Test
    void whatIsDescribedIsWhatIsRead() {
        SelfDescription what = new SelfDescription(
                "original",
                new UUID(1, 2),
                Set.of(new UUID(3, 4), new UUID(5, 6)),
                new Filing(
                        "passport",
                        "RC-WP",
                        new Provenance("portal", "S-APP", "P-SERVICE", "B-1", 3),
                        Instant.parse("2026-11-22T09:10:11.123Z"),
                        Optional.of(new UUID(7, 8))),
                Map.of("decision_final", LocalDate.of(2026, 10, 1)),
                new About(7, HASH, "application/pdf", Optional.of("pas\u015fport \"1\".pdf"), HASH, new UUID(9, 10)),
                HASH);

        SelfDescription again = SelfDescriptionJson.read(SelfDescriptionJson.of(what));

        assertThat(again).usingRecursiveComparison().isEqualTo(what);
    }

    /** With the longest codes of the shipped policy, the largest file, an applicant and an employer. */
    @Test
    void whatARowNeedsFitsIntoALabelWhateverTheKind() throws IOException {
        Policy policy = PolicyFile.read(Files.readAllBytes(SHIPPED));
        Provenance longest = new Provenance(
                longest(policy.channels().stream().map(Channel::id)),
                longest(policy.origins().stream().map(Origin::id)),
                longest(policy.purposes().stream().map(Purpose::id)),
                "LB-".concat("X".repeat(17)),
                99_999);
        for (DocumentKind kind : policy.kinds()) {
            String type = longest(kind.formats().stream());
            String recordClass = longest(policy.recordClasses().stream().map(RecordClass::id));
            Filing filing = new Filing(
                    kind.id(), recordClass, longest, Instant.parse("2026-11-22T09:10:11.123Z"), Optional.empty());
            About about = new About(Long.MAX_VALUE >> 20, HASH, type, Optional.empty(), HASH, UUID.randomUUID());
            SelfDescription what = new SelfDescription(
                    "original",
                    UUID.randomUUID(),
                    Set.of(UUID.randomUUID(), UUID.randomUUID()),
                    filing,
                    Map.of(),
                    about,
                    HASH);

            assertThat(sealedLength(what)).as(kind.id()).isLessThanOrEqualTo(Label.MOST);
        }
    }

    private static int sealedLength(SelfDescription what) {
        byte[] json = SelfDescriptionJson.of(what).toString().getBytes(StandardCharsets.UTF_8);
        SealContext context = new SealContext(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "about");
        try (LeafKey key = LeafKey.fresh()) {
            return Sealer.seal(key, context, json).length;
        }
    }

    private static String longest(Stream<String> codes) {
        Collection<String> all = codes.toList();
        return all.stream()
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElseThrow();
    }
}
