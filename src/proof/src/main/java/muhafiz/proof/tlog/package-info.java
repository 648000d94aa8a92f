/**
 * The public formats of a transparency log (c2sp.org, as of July 2026), one class each:
 *
 * <ul>
 *   <li>signed-note: {@link muhafiz.proof.tlog.SignedNote}, {@link muhafiz.proof.tlog.NoteSignature},
 *       {@link muhafiz.proof.tlog.VerifierKey}, {@link muhafiz.proof.tlog.NoteSigner};
 *   <li>tlog-checkpoint: {@link muhafiz.proof.tlog.Checkpoint};
 *   <li>tlog-tiles: {@link muhafiz.proof.tlog.Tile}, {@link muhafiz.proof.tlog.EntryBundle};
 *   <li>tlog-proof: {@link muhafiz.proof.tlog.TlogProof};
 *   <li>tlog-cosignature: {@link muhafiz.proof.tlog.Cosignature}, {@link muhafiz.proof.tlog.Cosigner};
 *   <li>tlog-witness: {@link muhafiz.proof.tlog.WitnessRequest}.
 * </ul>
 *
 * <p>All of them read bytes that nobody vouches for: what is not in the one form a specification allows is an
 * IllegalArgumentException; a signature that fails under a key one trusts is a
 * {@link muhafiz.proof.log.BrokenEvidenceException}. Only Ed25519 is spoken (types 0x01 and 0x04): one kind of key and one
 * kind of cosignature are enough for a log with few readers; lines of other kinds are carried along and not judged.
 *
 * <p>{@code TlogStoryTest} compiles this example:
 *
 * <pre>{@code
 * var checkpoint = new Checkpoint("archive.example/log", size, root);
 * var note = SignedNote.of(checkpoint.text()).with(signer.sign(checkpoint.text()));
 * var trusted = note.signedBy(List.of(signer.key()));           // the keys whose signature holds
 * var again = Checkpoint.parse(SignedNote.parse(note.encoded()).text());
 * }</pre>
 */
@NullMarked
package muhafiz.proof.tlog;

import org.jspecify.annotations.NullMarked;
