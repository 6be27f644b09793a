package org.rnvr.democamera;

import java.net.URI;

/**
 * One camera of a running server.
 *
 * @param name its name, also burnt into its picture
 * @param uri where it is reached, without user and password
 */
public record DemoCamera(String name, URI uri) {}
