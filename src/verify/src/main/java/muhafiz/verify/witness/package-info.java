/**
 * A witness of logs (c2sp.org/tlog-witness): a small program for another house than the archive's, such as a data-protection office. It
 * remembers of each log the newest checkpoint it has seen, demands of every later one a proof that it only grew, and says so with its
 * own signature. A log that shows different people different trees, or drops its end, gets no such signature, and whoever holds an older
 * one can prove it.
 *
 * <pre>
 * java -jar muhafiz-verify.jar witness init DIR --name witness.example/w1     makes DIR/key (0600), prints the vkey
 * echo "archive.example/log+1234abcd+…" &gt;&gt; DIR/logs                          the vkeys of the logs it watches, one a line; without the file, none
 * java -jar muhafiz-verify.jar witness serve DIR [--bind 127.0.0.1] [--port 8401]
 *
 * POST /add-checkpoint                    200 cosignature · 400 form · 404 log unknown · 403 signature · 409 another size, or root, known · 422 proof
 * GET  /&lt;SHA-256 of origin, hex&gt;/checkpoint  the newest it cosigned
 * </pre>
 *
 * <p>The newest checkpoint is on disk ({@code DIR/<SHA-256 of origin>.checkpoint}, written whole or not at all, flushed) before its
 * cosignature leaves, so that no crash makes it sign a smaller or another tree. {@code DIR} must not be put back from a copy: a witness
 * that forgot signs what it would have refused. One process at a time; a second refuses to start.
 *
 * <p>{@code WitnessTest.theStoryOfThePackage} compiles this example:
 *
 * <pre>{@code
 * var witness = new Witness(cosigner, logs, seen, clock);
 * Answer answer = witness.add(request);                         // status, content type, body
 * }</pre>
 */
@NullMarked
package muhafiz.verify.witness;

import org.jspecify.annotations.NullMarked;
