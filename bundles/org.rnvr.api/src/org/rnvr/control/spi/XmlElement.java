package org.rnvr.control.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An element of XML that a camera sent, found by its local name: cameras disagree on namespaces.
 * <p>
 * A document type declaration is refused, so that no camera makes this machine read a file, open an address or multiply
 * entities until the memory is full. For one thread.
 */
public final class XmlElement {

    private static final int DEEPEST = 64;

    private final Element element;

    private XmlElement(Element element) {
        this.element = element;
    }

    /**
     * The root of a document.
     *
     * @throws ControlException if it is no XML, or more than it should be
     */
    public static XmlElement parse(byte[] document) throws ControlException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Refusing());
            return new XmlElement(
                    builder.parse(new ByteArrayInputStream(document)).getDocumentElement());
        } catch (SAXException | IOException e) {
            ControlException failure = new ControlException(Reason.NOT_UNDERSTOOD, "");
            failure.initCause(e);
            throw failure;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java's parser cannot be secured", e);
        }
    }

    /** Text as it may stand in an element or an attribute; characters that XML does not know are left out. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .filter(it -> it == '\t'
                        || it == '\n'
                        || it == '\r'
                        || it >= ' ' && it < 0xD800
                        || it > 0xDFFF && it != 0xFFFE && it != 0xFFFF)
                .forEach(it -> {
                    switch (it) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(it);
                    }
                });
        return escaped.toString();
    }

    /** Its name without namespace. */
    public String name() {
        return element.getLocalName();
    }

    /** Its text without blanks around it. */
    public String text() {
        return element.getTextContent().strip();
    }

    /** An attribute of no namespace; empty text when it has none. */
    public String attribute(String name) {
        return element.getAttribute(name);
    }

    /** Its children of this name. */
    public Stream<XmlElement> children(String name) {
        List<XmlElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                children.add(new XmlElement(child));
            }
        }
        return children.stream();
    }

    /** What is found down a path of names, at each step the first of its name. */
    public Optional<XmlElement> at(String... path) {
        Optional<XmlElement> found = Optional.of(this);
        for (String name : path) {
            found = found.flatMap(it -> it.children(name).findFirst());
        }
        return found;
    }

    /** Text down a path of names; empty when there is nothing. */
    public String textAt(String... path) {
        return at(path).map(XmlElement::text).orElse("");
    }

    /** A whole number down a path of names. */
    public OptionalInt numberAt(String... path) {
        String text = textAt(path);
        return text.matches("[+-]?\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** The first element of this name anywhere within. */
    public Optional<XmlElement> within(String name) {
        return within(element, name, 0).map(XmlElement::new);
    }

    private static Optional<Element> within(Element parent, String name, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                Optional<Element> found =
                        name.equals(child.getLocalName()) ? Optional.of(child) : within(child, name, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature("http://javax.xml.XMLConstants/feature/secure-processing", true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    /** The parser's own would print to the standard error. */
    private static final class Refusing implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
