/**
 * What officers do to stop a destruction or a use: legal holds, and the lifting of restrictions.
 *
 * <p>A hold names documents or a whole case, with authority, ground and the day of its review. Several may stand at once. None is ever
 * lifted by time: whoever wants it released asks, and another person, who did not place it either, carries it out. It moves no end date;
 * when it is gone, the date counts again. What stands against a destruction is asked of {@link muhafiz.service.retention.Guard}.
 */
@NullMarked
package muhafiz.service.hold;

import org.jspecify.annotations.NullMarked;
