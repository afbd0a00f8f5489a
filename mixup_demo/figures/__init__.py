"""Results -> Plotly figures. Colours are CSS variables and words are [[text keys]] until shown."""
