package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what files of an installation say about features. */
final class FeatureFile {

    private FeatureFile() {}

    /** The ids of the bundles that a {@code feature.xml} names. */
    static Set<String> plugins(Path featureXml) throws IOException {
        Set<String> ids = new TreeSet<>();
        NodeList plugins = root(featureXml).getElementsByTagName("plugin");
        for (int i = 0; i < plugins.getLength(); i++) {
            ids.add(((Element) plugins.item(i)).getAttribute("id"));
        }
        return ids;
    }

    /** The versions of the features that a {@code platform.xml} names, by their ids; none if there is no such file. */
    static Map<String, String> installed(Path platformXml) throws IOException {
        Map<String, String> versions = new TreeMap<>();
        if (!Files.exists(platformXml)) {
            return versions;
        }
        NodeList features = root(platformXml).getElementsByTagName("feature");
        for (int i = 0; i < features.getLength(); i++) {
            Element feature = (Element) features.item(i);
            versions.put(feature.getAttribute("id"), feature.getAttribute("version"));
        }
        return versions;
    }

    private static Element root(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
