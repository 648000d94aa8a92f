/**
 * Time-stamp authorities, as {@link muhafiz.proof.evidence.TimestampAuthority} wants them: {@link
 * muhafiz.proof.authority.HttpTimestampAuthority} asks one over HTTP (RFC 3161 §3.4) and believes nothing of what comes back until it has
 * been verified; {@link muhafiz.proof.authority.LocalTimestampAuthority} is one, with a certification authority of its own and that one's
 * revocation list, for an archive that stands alone. Its clock is the machine's: what it stamps shows order and unchanged bytes, not the
 * time of an outsider.
 */
@NullMarked
package muhafiz.proof.authority;

import org.jspecify.annotations.NullMarked;
