package org.rnvr.control;

/**
 * What can be moved of a camera.
 *
 * @param panTilt whether it turns
 * @param zoom whether it zooms
 * @param presets whether it remembers positions
 */
public record PtzCapability(boolean panTilt, boolean zoom, boolean presets) {}
