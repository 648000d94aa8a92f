/** What an operator edits, held against what the archive reads. */
@NullMarked
package muhafiz.itest.config;

import org.jspecify.annotations.NullMarked;
