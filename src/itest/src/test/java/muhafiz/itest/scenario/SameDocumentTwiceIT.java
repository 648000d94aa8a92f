package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Portal;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Repeats: a request's own name, and bytes that are there already. */
@ExtendWith(SharedArchive.class)
class SameDocumentTwiceIT {
    private static final String KEY = "Idempotency-Key";

    @Test
    void aRepeatedRequestIsAnsweredWithTheSameDocument(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("sent twice");
        String name = UUID.randomUUID().toString();

        Answer first =
                archive.portal().upload(lodged, "passport", passport, KEY, name).require(201);
        Answer second =
                archive.portal().upload(lodged, "passport", passport, KEY, name).require(201);

        assertThat(second.json().getString("id")).isEqualTo(first.json().getString("id"));
        assertThat(second.json().getJsonObject("receipt"))
                .isEqualTo(first.json().getJsonObject("receipt"));
        assertThat(second.json().getString("sha256")).isEqualTo(first.json().getString("sha256"));
    }

    @Test
    void anotherBodyUnderTheSameNameIsRefused(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        String name = UUID.randomUUID().toString();
        archive.portal()
                .upload(lodged, "passport", Sample.pdf("one"), KEY, name)
                .require(201);

        archive.portal()
                .upload(lodged, "passport", Sample.pdf("two"), KEY, name)
                .requireProblem(422, "idempotency-mismatch");
    }

    @Test
    void aNameIsScopedToItsApplicationAndCaller(RunningArchive archive) {
        Lodged one = lodge(archive);
        Lodged other = lodge(archive);
        String name = UUID.randomUUID().toString();
        String first = id(archive.portal().upload(one, "passport", Sample.pdf("of one"), KEY, name));

        String ofOther = id(archive.portal().upload(other, "passport", Sample.pdf("of other"), KEY, name));
        String byOwner = id(archive.stranger()
                .post(
                        one.path() + "/documents?kind=passport",
                        "application/pdf",
                        Sample.pdf("by the owner").bytes(),
                        "Access-Code",
                        one.accessCode(),
                        KEY,
                        name));

        assertThat(first).isNotEqualTo(ofOther).isNotEqualTo(byOwner);
    }

    @Test
    void theSameBytesInTheSameCaseAreADuplicate(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Lodged other = lodge(archive);
        Sample passport = Sample.pdf("twice the same");
        Portal portal = archive.portal();
        portal.upload(lodged, "passport", passport).require(201);

        portal.upload(lodged, "passport", passport).requireProblem(409, "duplicate");
        portal.uploadAsForm(lodged, "photo", "again.pdf", passport).requireProblem(409, "duplicate");
        portal.upload(other, "passport", passport).require(201);
    }

    @Test
    void whoHasOnlyNumberAndCodeLearnsOfNoDuplicate(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("is it there?");
        archive.portal().upload(lodged, "passport", passport).require(201);

        Answer again = archive.stranger()
                .post(
                        lodged.path() + "/documents?kind=passport",
                        passport.mediaType(),
                        passport.bytes(),
                        lodged.asOwner());

        again.require(201);
    }

    private static String id(Answer answer) {
        return answer.require(201).json().getString("id");
    }

    private static Lodged lodge(RunningArchive archive) {
        return archive.portal().lodge(Forms.workPermit("RD-1", "Təkrarov"));
    }
}
