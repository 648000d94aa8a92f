package muhafiz.itest.stand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class RunningArchiveIT {
    @Test
    void aPassportGoesInSealedIsReadByTheMachineAndShownForAPurpose(RunningArchive archive) {
        Sample passport = Sample.pdf("Passport of Aynur Quliyeva");
        long before = archive.auditor().newest();

        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Quliyeva"));
        String id = archive.portal().uploaded(lodged, "passport", passport);
        Answer described = archive.awaitRead(id);
        Answer content = archive.staff("officer").content(id, "P-SERVICE");

        assertThat(described.json().getString("state")).as(described.toString()).isEqualTo("inspected");
        assertThat(content.require(200).body()).isEqualTo(passport.bytes());
        assertThat(archive.auditor().entries(before)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aPhotoSentAsAFormPartComesBackAsItWas(RunningArchive archive) {
        Sample photo = Sample.jpeg("taken yesterday");

        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Quliyeva"));
        Answer received = archive.portal().uploadAsForm(lodged, "photo", "me.jpg", photo);
        String id = received.require(201).json().getString("id");

        assertThat(archive.staff("officer")
                        .content(id, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(photo.bytes());
    }
}
