/**
 * The archive as its users meet it: the real EAR in the real server, with PostgreSQL and an S3 server of its own below
 * {@code target/archives}, reached over HTTP by the demo users.
 *
 * <p>{@link SharedArchive} gives tests that neither kill nor reconfigure the one archive of this JVM;
 * {@link RunningArchive#start} gives the others one of their own.
 *
 * <pre>{@code
 * @ExtendWith(SharedArchive.class)
 * class SomethingIT {
 *     @Test
 *     void theOfficerReadsWhatTheApplicantSent(RunningArchive archive) {
 *         Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Quliyeva"));
 *         String id = archive.portal().uploaded(lodged, "passport", Sample.pdf("…"));
 *         archive.awaitRead(id);
 *         Answer answer = archive.staff("officer").content(id, "P-SERVICE");
 *     }
 * }
 * }</pre>
 */
@NullMarked
package muhafiz.itest.stand;

import org.jspecify.annotations.NullMarked;
