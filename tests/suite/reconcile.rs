//! Figures held against dossiers, over whole runs.
