/** What the machine-readable zone of a document says, and where the form of its application says otherwise (DOC-3, DOC-5). */
@NullMarked
package muhafiz.service.zone;

import org.jspecify.annotations.NullMarked;
