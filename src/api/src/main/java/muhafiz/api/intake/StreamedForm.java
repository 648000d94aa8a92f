package muhafiz.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.AbstractRequestContext;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;

/** The library's parser, of which only the stream is used: what would keep parts in memory or files refuses to. */
final class StreamedForm extends AbstractFileUpload<StreamedForm.Head, DiskFileItem, DiskFileItemFactory> {
    private static final int LONGEST_PART_HEAD = 4096;

    StreamedForm() {
        setHeaderCharset(StandardCharsets.UTF_8);
        setMaxPartHeaderSize(LONGEST_PART_HEAD);
    }

    /** What the parser wants to know of the request. */
    static final class Head extends AbstractRequestContext<InputStream> {
        private final String contentType;

        Head(String contentType, InputStream form) {
            super(name -> null, () -> -1, form);
            this.contentType = contentType;
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return getRequest();
        }
    }

    @Override
    public FileItemInputIterator getItemIterator(Head head) throws IOException {
        return super.getItemIterator((org.apache.commons.fileupload2.core.RequestContext) head);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(Head head) {
        throw new UnsupportedOperationException("forms are streamed");
    }

    @Override
    public List<DiskFileItem> parseRequest(Head head) {
        throw new UnsupportedOperationException("forms are streamed");
    }
}
