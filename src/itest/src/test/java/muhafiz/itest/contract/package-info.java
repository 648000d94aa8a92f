/** What the archive publishes of itself, held against what it answers. */
@NullMarked
package muhafiz.itest.contract;

import org.jspecify.annotations.NullMarked;
