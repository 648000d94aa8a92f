/** Documents that come in parts: the protocol tus 1.0 with creation, checksum, termination and expiration (tus.io/protocols/resumable-upload). */
@NullMarked
package muhafiz.api.upload;

import org.jspecify.annotations.NullMarked;
