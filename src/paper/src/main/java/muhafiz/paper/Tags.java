package muhafiz.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What is read aloud, in which order and in which language (ISO 14289-1, PDF/UA). One thread; {@link #close} writes it down. */
final class Tags implements AutoCloseable {
    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement(Role.DOCUMENT.type, root);
    private final Map<Integer, PDParentTreeValue> parents = new TreeMap<>();
    private final List<PDStructureElement> parts = new ArrayList<>();
    private COSArray ofSheet = new COSArray();

    /** What a text is to whoever hears it. */
    enum Role {
        DOCUMENT("Document"),
        PART("Sect"),
        TITLE("H1"),
        HEADING("H2"),
        TEXT("P");

        private final String type;

        Role(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    Tags(PDDocument document) {
        this.document = document;
        root.appendKid(whole);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        PDViewerPreferences shown =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
    }

    /** What follows is in that language. */
    void language(String language) {
        PDStructureElement part = new PDStructureElement(Role.PART.type, whole);
        part.setLanguage(language);
        whole.appendKid(part);
        parts.add(part);
    }

    /** Content comes on this sheet from now on. */
    void sheet(PDPage sheet) {
        int number = parents.size();
        ofSheet = new COSArray();
        sheet.setStructParents(number);
        parents.put(number, new PDParentTreeValue(ofSheet));
    }

    PDStructureElement element(Role role) {
        PDStructureElement parent = parts.isEmpty() ? whole : parts.get(parts.size() - 1);
        PDStructureElement element = new PDStructureElement(role.type, parent);
        parent.appendKid(element);
        return element;
    }

    /** The number of the content that comes next on this sheet, as part of the element. */
    int content(PDStructureElement element, PDPage sheet) {
        int number = ofSheet.size();
        PDMarkedContentReference content = new PDMarkedContentReference();
        content.setPage(sheet);
        content.setMCID(number);
        element.appendKid(content);
        ofSheet.add(element);
        return number;
    }

    @Override
    public void close() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }
}
