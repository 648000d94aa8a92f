package muhafiz.itest.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is downloading when a document is destroyed does not get the rest of it. */
@ExtendWith(SharedArchive.class)
class RunningDownloadIT {
    private static final int LENGTH = 18 << 20;
    private static final int FIRST = 1 << 20;

    @Test
    void aDownloadEndsWhenTheDocumentIsDestroyed(RunningArchive archive) throws Exception {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Uzunova"));
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("long paper", LENGTH));
        HttpRequest asked = archive.client("officer")
                .request(Staff.contentPath(document, "P-SERVICE"))
                .build();
        HttpResponse<InputStream> download = archive.client("officer").open(asked);
        assertThat(download.statusCode()).isEqualTo(200);
        try (InputStream body = download.body()) {
            assertThat(body.readNBytes(FIRST)).hasSize(FIRST);

            UUID order = Orders.of(archive).order("select 'document', uuid('" + document + "')");
            Orders.of(archive).awaitCarriedOut(order);

            assertThat(FIRST + rest(body))
                    .as("what had left the archive before, and lay in buffers")
                    .isLessThan(LENGTH);
        }
        archive.staff("officer").content(document, "P-SERVICE").require(404);
    }

    /** How many bytes still come; the connection is broken off before the announced length. */
    private static long rest(InputStream body) {
        byte[] buffer = new byte[1 << 16];
        long rest = 0;
        try {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                rest += read;
            }
        } catch (IOException brokenOff) {
            return rest;
        }
        return rest;
    }
}
