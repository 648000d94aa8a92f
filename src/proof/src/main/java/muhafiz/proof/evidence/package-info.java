/**
 * Long-term evidence in public formats: that bytes existed, unchanged, at a time that a time-stamp authority vouches for.
 *
 * <p>A {@link muhafiz.proof.evidence.TimeStamp} is a time-stamp token of RFC 3161. An {@link muhafiz.proof.evidence.EvidenceRecord} is
 * one of RFC 4998: data groups (what belongs together, such as a document's ciphertext and its label) are leaves of a hash tree whose
 * root one token stamps; each group's record holds only its own path through that tree, so it is checked without its neighbours and
 * outlives them. {@link muhafiz.proof.evidence.Stamping} makes records and renews them: the time stamp before its signer's certificate
 * ends (RFC 4998 §5.2, one token for a whole batch), the hash before it grows weak (a new chain over the old ones and the data).
 * {@link muhafiz.proof.evidence.EvidenceCheck} reads a record against the data and names the first thing that is wrong.
 *
 * <p>A record with one chain and one archive time stamp, as it is made at first:
 *
 * <pre>
 * EvidenceRecord
 *   version 1, digestAlgorithms {SHA-256}
 *   archiveTimeStampSequence
 *     chain 1
 *       time stamp 1
 *         digestAlgorithm SHA-256                   absent where a single object was stamped alone
 *         reducedHashtree
 *           {H(object 1), H(object 2), …}           the group, all of it: no more, no fewer
 *           {sibling} …                             up to the root
 *         timeStamp: RFC 3161 token over the root
 * </pre>
 *
 * <p>Whether a group is whole is checked strictly: a hash in the first list that no given object has is an orphan, and the record is
 * then not said to hold. Everything here is pure but for the port {@link muhafiz.proof.evidence.TimestampAuthority}.
 */
@NullMarked
package muhafiz.proof.evidence;

import org.jspecify.annotations.NullMarked;
