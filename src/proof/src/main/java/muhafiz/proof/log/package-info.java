/**
 * One entry of the log, as the bytes that go under the Merkle tree.
 *
 * <p>An entry has a part that anyone may read (what kind of act, when, under which rule, with which outcome) and a part
 * that only the holder of a log key can read (whom and what it concerned). When the log key dies the second part dies
 * with it, and the tree still verifies, because the tree hashes bytes and never needs to understand them.
 *
 * <h2>Leaf, version 1</h2>
 *
 * <p>All numbers are unsigned and big-endian. No field may be left out, and every value has exactly one encoding.
 *
 * <pre>
 * offset   length       what
 * 0        1            version: 1
 * 1        8            time of the act, whole seconds since 1970-01-01T00:00:00Z, at most 253402300799 (year 9999)
 * 9        16           actor: the pseudonym of the month (zeros where nobody was recognised)
 * 25       6 codes      role, action, purpose, basis, outcome, rule; each 1 length byte (0 to 128, 0 = none)
 *                       and that many characters out of A-Z a-z 0-9 . _ : / , + -
 * p        32           entry salt: random, never used twice
 * p+32     32           subject tag: HMAC-SHA-256(tag key, "muhafiz log subject tag v1" || n as 8 bytes)
 * p+64     32           commitment: SHA-256("muhafiz log commitment v1" || opening || inside without opening and padding)
 * p+96     256 k + 16   ciphertext of the padded inside (k = 1 to 128) and its tag
 * </pre>
 *
 * <p>The tag key is HKDF-SHA-512 (RFC 5869) with the log key as input, no salt, {@code "muhafiz log subject tag v1"} as
 * info, 32 bytes: it finds and counts the entries of its log key and opens none of them.
 *
 * <p>The ciphertext is AES-256-GCM with a 16-byte tag. Key: HKDF-SHA-512 (RFC 5869) with the log key as input, the entry
 * salt as salt, {@code "muhafiz log entry v1"} as info, 32 bytes. Nonce: the first 12 bytes of the commitment, so that
 * even a salt used twice by mistake would not encrypt two different insides under one nonce. AAD: everything before the
 * ciphertext, so that it cannot be moved under another public part. Labels are ASCII without a terminator.
 *
 * <h2>Inside, version 1 of the leaf</h2>
 *
 * <pre>
 * 0        32           opening: random, what makes the commitment say nothing by itself
 * 32       1            what follows: 1 subject, 2 document, 4 case, 8 operation, added up
 * 33       16 each      subject, document, case, as far as present
 * …        2 + l        operation, if present: length and UTF-8
 * …        2            number of further values, at most 64
 * …        2 + l, 2 + l each: key (a code of 1 to 64 characters) and value (UTF-8, at most 8192 bytes), keys ascending
 * …        zeros        up to the next whole multiple of 256 bytes, so that the length tells little
 * </pre>
 *
 * <p>The counter n of the subject tag has no gaps per log key (one key per person and year): who holds the tag key computes
 * the tags of 1, 2, 3 … and finds every entry of that person, or sees which one is missing; nobody else can join two
 * entries. A leaf is at most 65,535 bytes, what an entry bundle of C2SP tlog-tiles can hold.
 *
 * <p>The tree hashes a leaf as RFC 6962 says: {@code SHA-256(0x00 || leaf)}. An outsider to whom the inside was
 * disclosed checks {@link muhafiz.proof.log.Inside#commitment()} against
 * {@link muhafiz.proof.log.LogLeaf#commitment()}, without any key.
 *
 * <p>{@code LogLeafTest.theStoryOfThePackage} compiles this example:
 *
 * <pre>{@code
 * var leaf = LogLeaf.seal(publicPart, inside, logKey, salt, n);
 * var found = LogLeaf.decode(leaf.encoded()).open(logKey);   // Optional.of(inside); empty under any other key
 * }</pre>
 */
@NullMarked
package muhafiz.proof.log;

import org.jspecify.annotations.NullMarked;
