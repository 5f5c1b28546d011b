# Шкала времени.

timeline-ground = Шкала времени
timeline-events = Мероприятия
timeline-overview = Обзор всего плана
timeline-overview-tip = Весь план; рамку можно тянуть вдоль него
ruler-local = Местное время мероприятия
lane-no-room = Без зала
lane-no-body = Без органа
fold-days =
    { $days ->
        [one] { $days } день без заседаний; щелчок раскрывает его
        [few] { $days } дня без заседаний; щелчок раскрывает их
       *[many] { $days } дней без заседаний; щелчок раскрывает их
    }
fold-night = { $from }–{ $to } свернуто; щелчок раскрывает
