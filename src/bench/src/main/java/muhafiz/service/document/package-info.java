/** What deletes objects, for measurements of who uses it. */
@NullMarked
package muhafiz.service.document;

import org.jspecify.annotations.NullMarked;
