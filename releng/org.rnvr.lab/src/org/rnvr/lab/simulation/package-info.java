/** The monitor and the strategies in simulated time, a year in a minute or two. */
package org.rnvr.lab.simulation;
