/**
 * Sealing and opening. A document goes through {@link muhafiz.crypto.seal.Sealer} in one pass: padded to its Padmé length, sealed
 * as one Cobblestone-256 message (c2sp.org/chunked-encryption), handed on in segments of 64 chunks, each a
 * {@link muhafiz.crypto.seal.Ciphertext}, the only thing that a store takes and that only this package can make.
 * {@link muhafiz.crypto.seal.Opener} opens it from any byte to any byte. A small value (a field) is one message in one piece, padded so
 * that short values all look alike. The {@link muhafiz.crypto.seal.SealContext} says what a message is; it is part of the
 * key derivation, so a message that was moved opens nowhere. {@link muhafiz.crypto.seal.SelfTest} runs before the door opens.
 *
 * <pre>{@code
 * import java.io.*;
 * import java.util.*;
 * import muhafiz.crypto.keys.LeafKey;
 * import muhafiz.crypto.seal.*;
 * import muhafiz.crypto.token.Randoms;
 *
 * try (LeafKey key = LeafKey.fresh()) {
 *     var context = new SealContext(Randoms.id(), Randoms.id(), Randoms.id(), "original");
 *     InputStream body = new ByteArrayInputStream(new byte[3_000_000]);
 *     List<byte[]> store = new ArrayList<>();
 *     Tally tally = Sealer.seal(key, context, body, (index, segment) -> store.add(segment.stream().readAllBytes()));
 *
 *     SegmentSource source = (segment, offset, length) ->
 *             Arrays.copyOfRange(store.get(segment), (int) offset, (int) offset + length);
 *     var opener = new Opener(key, context, tally.length(), tally.sealedLength(), source);
 *     opener.copy(1_000_000, 1_000_500, OutputStream.nullOutputStream());
 *     opener.verify();
 *
 *     byte[] sealedName = Sealer.seal(key, context, "Ayşə".getBytes("UTF-8"));
 *     byte[] name = Opener.open(key, context, sealedName);
 * }
 * }</pre>
 *
 * <table>
 *   <caption>Context, format 1</caption>
 *   <tr><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>format: 1 (covers padding and segments too)</td></tr>
 *   <tr><td>1–16</td><td>archive id</td></tr>
 *   <tr><td>17–32</td><td>owner id (document, case, person, request)</td></tr>
 *   <tr><td>33–48</td><td>version id</td></tr>
 *   <tr><td>49–</td><td>part, 1 to 100 visible ASCII characters, no slash</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Sealed message; n is the padded length, k the number of a chunk</caption>
 *   <tr><th>bytes</th><th>what</th></tr>
 *   <tr><td>0–23</td><td>salt, random</td></tr>
 *   <tr><td>24–55</td><td>commitment to key, salt and context</td></tr>
 *   <tr><td>56 + 16,400 k</td><td>chunk k: 16,384 bytes and a tag of 16; the last is always shorter, at least its tag</td></tr>
 * </table>
 *
 * <p>Segment 0 is the header and chunks 0 to 63 (at most 1,049,656 bytes), segment s the chunks from 64 s (at most 1,049,600). A document is
 * padded with zeros, its true length is sealed apart; a value is padded with 0x80 and zeros to 64 bytes, above that to its Padmé length.
 */
@NullMarked
package muhafiz.crypto.seal;

import org.jspecify.annotations.NullMarked;
