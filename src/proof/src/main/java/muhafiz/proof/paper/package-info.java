/**
 * The papers that the archive hands out, each with what it takes to check it against the log without the archive.
 *
 * <p>All are JSON (UTF-8; bytes in Base 64, hashes and ids in lower-case hex) or signed notes, and all lean on entries of
 * the log in the same form, {@link muhafiz.proof.paper.ProvenEntry}:
 *
 * <pre>
 * {"index": 17, "leaf": "…", "inside": "…", "path": ["…", …]}
 * </pre>
 *
 * <p>that is: the place in the log, the bytes of {@link muhafiz.proof.log.LogLeaf}, what its commitment covers
 * ({@link muhafiz.proof.log.Inside#disclosed()}; left out where it is not disclosed), and the path of RFC 6962 into the tree
 * of the paper's checkpoint.
 *
 * <pre>
 * receipt              c2sp.org/tlog-proof whose extra is {@link muhafiz.proof.paper.Receipt}
 *   {"leaf": "…", "inside": "…", "document": "…", "kind": "…", "size": 1, "sha256": "…", "nonce": "…"}
 *   all but leaf only for those who may know
 *
 * person's listing     {@link muhafiz.proof.paper.PersonListing}
 *   {"format": "muhafiz person listing v1", "checkpoint": "…", "entries": [entry, …],
 *    "years": [{"year": 2026, "tagKey": "…", "count": 3}, …]}
 *
 * certificate          {@link muhafiz.proof.paper.DestructionCertificate}
 *   {"format": "muhafiz destruction certificate v1", "order": "…", "checkpoint": "…",
 *    "parts": [{"part": 1, "at": "2026-11-22T01:02:03Z", "entry": entry}, …]}
 *   part 1: every key destroyed; part 2: the last root gone that reached one. The inside of each part's entry holds the
 *   further values "order" (the id) and "part" (1 or 2); its time is that of the part, to the second
 *
 * answer package       a ZIP with {@code manifest.note}, a signed note: {@link muhafiz.proof.paper.AnswerManifest}
 *   muhafiz answer package v1
 *   one line about what it answers
 *   SHA-256 in hex, two spaces, name         for each other file, as sha256sum writes it
 *   an empty line
 *   the log's checkpoint of that time with its signatures; the key that signs the manifest is one of those valid at its size
 *
 * frozen list          the text whose SHA-256 the approvals of a disposition name: {@link muhafiz.proof.paper.DispositionList}
 *   muhafiz disposition v1
 *   the day by which every item has reached its end
 *   at-once, or usual
 *   for each item, in the order of their ids as text:
 *     kind id class rule end disposal SHA-256-of-the-ciphertext-or-hyphen key-id     separated by single spaces
 *
 * act of destruction   {@link muhafiz.proof.paper.DestructionAct}
 *   {"format": "muhafiz act of destruction v1", "disposition": "…", "asOf": "2026-11-22", "digest": "…", "note": "…",
 *    "steps": [{"what": "approved", "by": "dpo", "at": "2026-11-22T01:02:03Z"}, …],
 *    "items": [{"kind": "document", "id": "…", "class": "…", "rule": "…", "end": "2026-11-01", "disposal": "shred",
 *               "ciphertextSha256": "…", "key": "…", "order": "…", "transferred": false}, …],
 *    "checkpoint": "…", "entry": entry}
 *   the note is signed by the log's key and says:
 *     muhafiz act of destruction v1
 *     id of the disposition
 *     the day
 *     digest of the frozen list
 *     for each step: what by at
 *     items count SHA-256
 *   the hash is over one line for each item, as in the frozen list, after "destroyed" or "transferred" and the id of the order
 *   of destruction; the inside of the entry holds the further value "act", SHA-256 of the note's text
 *
 * change of key        a signed note, signed by the old key and by the new: {@link muhafiz.proof.paper.KeyChange}
 *   muhafiz log key change v1
 *   origin of the log
 *   tree size from which on checkpoints are signed by the new key (the checkpoint of that very size by both)
 *   old vkey
 *   new vkey
 * </pre>
 *
 * <p>Whatever contradicts itself or its checkpoint is a {@link muhafiz.proof.log.BrokenEvidenceException} that names the first
 * bad position; what is no such paper at all is an IllegalArgumentException.
 *
 * <p>{@code PapersTest.theStoryOfThePackage} compiles this example:
 *
 * <pre>{@code
 * var entry = new ProvenEntry(index, leaf, Optional.of(inside), path);
 * entry.requireIn(checkpoint);                                  // throws unless it stands there
 * var again = ProvenEntry.of(entry.json());
 * }</pre>
 */
@NullMarked
package muhafiz.proof.paper;

import org.jspecify.annotations.NullMarked;
