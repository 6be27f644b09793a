/** The outage laboratory: recorders side by side on the same real cameras and the same real outages. */
package org.rnvr.lab;
