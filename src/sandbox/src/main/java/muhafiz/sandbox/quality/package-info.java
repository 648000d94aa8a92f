/** How well a scan or a photograph of a paper can be read, in numbers; what is good enough is the archive's to say. */
@NullMarked
package muhafiz.sandbox.quality;

import org.jspecify.annotations.NullMarked;
