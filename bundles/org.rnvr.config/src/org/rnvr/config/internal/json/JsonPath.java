package org.rnvr.config.internal.json;

/** Paths of values in a JSON document, as operators read them: {@code cameras[2].rtsp_url}. The root is empty. */
public final class JsonPath {

    private JsonPath() {}

    /** The path of a member of an object. */
    public static String member(String object, String name) {
        return object.isEmpty() ? name : object + "." + name;
    }

    /** The path of an element of an array. */
    public static String element(String array, int index) {
        return array + "[" + index + "]";
    }
}
